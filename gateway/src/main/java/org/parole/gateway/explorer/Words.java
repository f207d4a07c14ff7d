package org.parole.gateway.explorer;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parole.gateway.explorer.text.Code;
import org.parole.gateway.explorer.text.CodeTexts;
import org.parole.gateway.explorer.text.RecordTexts;
import org.parole.gateway.explorer.text.Texts;
import org.parole.gateway.explorer.text.ValueTexts;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The words for what the API says in codes; {@code words:} in templates. A code that is new is shown as it is, in words. */
@TemplateExtension(namespace = "words")
public final class Words {

    private static final Map<String, Object> TEXTS = new ConcurrentHashMap<>();
    private static final Set<String> CODES = Stream.of(Code.values()).map(Code::name)
            .collect(Collectors.toUnmodifiableSet());

    private Words() {
    }

    /** What stands around every page, in a language. */
    public static Texts texts(Locale locale) {
        return texts(Texts.class, locale);
    }

    /** The texts of one kind of page, in a language. */
    public static <T> T texts(Class<T> bundle, Locale locale) {
        return bundle.cast(TEXTS.computeIfAbsent(bundle.getSimpleName() + ' ' + locale.getLanguage(),
                key -> locale.getLanguage().equals("en")
                        ? MessageBundles.get(bundle)
                        : MessageBundles.get(bundle, Localized.Literal.of(locale.getLanguage()))));
    }

    /** A value of the API in a word; one that is new is shown as it is, in words. */
    public static String value(Object value, @TemplateAttribute("locale") Object locale) {
        String code = value == null ? "" : value.toString();
        return CODES.contains(code)
                ? texts(ValueTexts.class, Formats.locale(locale)).of(Code.valueOf(code))
                : Formats.word(code);
    }

    /** What a report tells of: freed in all, freed that day, announced. */
    static String deed(Object report, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        if (!(report instanceof Data data)) {
            return "";
        }
        String stage = data.text("stage") == null ? "" : data.text("stage");
        String basis = data.text("basis") == null ? "" : data.text("basis");
        return switch (stage) {
            case "DEMANDED" -> t.deedDemanded();
            case "OFFERED" -> t.deedOffered();
            case "LISTED" -> t.deedListed();
            case "ANNOUNCED" -> basis.equals("TOTAL") ? t.deedPromised() : t.deedAnnounced();
            case "DENIED" -> t.deedDenied();
            case "SUSPENDED" -> t.deedSuspended();
            default -> switch (basis) {
                case "CUMULATIVE" -> t.deedInAll();
                case "REMAINING" -> t.deedRemaining();
                default -> t.deedThatDay();
            };
        };
    }

    /** Who said a quote; that nobody can be told where it names nobody. */
    public static String speaker(Object quote, @TemplateAttribute("locale") Object locale) {
        Data speaker = quote instanceof Data data ? data.data("speaker") : null;
        return speaker == null
                ? texts(RecordTexts.class, Formats.locale(locale)).unknownSpeaker()
                : speaker.text("name");
    }

    /** In which role somebody said a quote; null where the name says it already ('a spokesman for the Kabul government'). */
    static String roleOf(Object quote) {
        String role = quote instanceof Data data ? data.text("role") : null;
        Data speaker = role == null ? null : ((Data) quote).data("speaker");
        return speaker != null && role.equalsIgnoreCase(speaker.text("name")) ? null : role;
    }

    /** Through whom a figure was published; null where that is the claimant. */
    static String outletOf(Object report) {
        String outlet = report instanceof Data data ? data.text("outlet") : null;
        Data claimant = outlet == null ? null : ((Data) report).data("claimant");
        return claimant != null && outlet.equals(claimant.text("name")) ? null : outlet;
    }

    /** What kind of conflict. */
    public static String conflict(Object type, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        return switch (String.valueOf(type)) {
            case "CONTRADICTION" -> t.conflictContradiction();
            case "SELF_CONTRADICTION" -> t.conflictSelf();
            case "REPORTED_DIFFERENTLY" -> t.conflictReported();
            case "BATCH_VS_CUMULATIVE" -> t.conflictBatches();
            case "PARTS" -> t.conflictParts();
            case "DATE" -> t.conflictDate();
            case "DECREASE" -> t.conflictDecrease();
            case "CATEGORY" -> t.conflictCategory();
            case "PLAN_VS_DONE" -> t.conflictPlan();
            case "DENIAL" -> t.conflictDenial();
            default -> Formats.word(type);
        };
    }

    /** In what two quotes differ that are alike. */
    static String difference(Object kind, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        return switch (String.valueOf(kind)) {
            case "NUMBER" -> t.differenceNumber();
            case "NEGATION" -> t.differenceNegation();
            case "CONDITION" -> t.differenceCondition();
            case "MODALITY" -> t.differenceModality();
            case "EXTENT" -> t.differenceExtent();
            case "WORDS" -> t.differenceWords();
            case "TIME" -> t.differenceTime();
            default -> Formats.word(kind);
        };
    }

    /** Whom a claimant belongs to. */
    static String side(Object side, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        return switch (String.valueOf(side)) {
            case "RELEASING_PARTY" -> t.sideReleasing();
            case "RECEIVING_PARTY" -> t.sideReceiving();
            case "MEDIATOR" -> t.sideMediator();
            case "MONITOR" -> t.sideMonitor();
            case "MEDIA" -> t.sideMedia();
            default -> Formats.word(side);
        };
    }

    /** By which rule the best figure is chosen. */
    public static String policy(Object policy, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        return switch (String.valueOf(policy).toLowerCase(Locale.ROOT)) {
            case "consensus" -> t.policyConsensus();
            case "latest" -> t.policyLatest();
            case "cautious" -> t.policyCautious();
            case "verified" -> t.policyVerified();
            default -> Formats.word(policy);
        };
    }

    /** By what a search is narrowed. */
    static String facet(Object name, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        return switch (String.valueOf(name)) {
            case "kind" -> t.facetKind();
            case "channel" -> t.facetChannel();
            case "speaker" -> t.facetSpeaker();
            case "party" -> t.facetParty();
            case "outlet" -> t.facetOutlet();
            case "verification" -> t.facetVerification();
            case "agreement" -> t.facetAgreement();
            case "language" -> t.facetLanguage();
            default -> Formats.word(name);
        };
    }

    /** Whether the words of a report's evidence have been found. */
    static String evidence(Object check, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        return switch (String.valueOf(check)) {
            case "VERIFIED" -> t.evidenceVerified();
            case "DERIVED" -> t.evidenceDerived();
            case "FIGURE_ABSENT" -> t.evidenceFigureAbsent();
            case "FIGURE_QUALIFIED" -> t.evidenceFigureQualified();
            case "WORDS_ABSENT" -> t.evidenceWordsAbsent();
            case "UNKNOWN", "UNVERIFIED" -> t.evidenceUnchecked();
            case "MISSING" -> t.evidenceMissing();
            default -> Formats.word(check);
        };
    }

    /** How an evidence check looks. */
    static String evidenceClass(Object check) {
        return switch (String.valueOf(check)) {
            case "VERIFIED", "DERIVED" -> "good";
            case "FIGURE_ABSENT", "FIGURE_QUALIFIED", "WORDS_ABSENT" -> "bad";
            default -> "";
        };
    }

    /** Whether the passage of a quote stands in its document, and how its words relate to it. */
    static String passage(Object verification, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        if (!(verification instanceof Data data)) {
            return t.passageUnchecked();
        }
        String place = switch (place(data)) {
            case "EXACT" -> t.passageExact();
            case "NORMALISED" -> t.passageNormalised();
            case "AMBIGUOUS" -> t.passageAmbiguous();
            case "ORPHANED" -> t.passageOrphaned();
            case "ALTERED" -> t.passageAltered();
            case "UNCHECKED" -> t.passageUnchecked();
            default -> Formats.word(place(data));
        };
        String words = wordsOf(data, t);
        return words == null ? place : place + " · " + words;
    }

    /** Where the passage stands, which older answers called the status. */
    private static String place(Data verification) {
        String passage = verification.text("passage");
        return passage != null ? passage : Objects.toString(verification.text("status"), "UNCHECKED");
    }

    private static String wordsOf(Data verification, CodeTexts t) {
        String code = verification.text("words");
        return code == null
                ? null
                : switch (code) {
                    case "SAME" -> t.wordsSame();
                    case "SHORTENED" -> t.wordsShortened();
                    case "ALTERED" -> t.wordsAltered();
                    case "PARAPHRASE" -> t.wordsParaphrase();
                    case "UNCHECKED" -> null;
                    default -> Formats.word(code);
                };
    }

    /** How a verification looks: good only where both facts are. */
    static String passageClass(Object verification) {
        if (!(verification instanceof Data data)) {
            return "";
        }
        String words = data.text("words");
        if ("ALTERED".equals(words) || "ORPHANED".equals(place(data))) {
            return "bad";
        }
        boolean found = "EXACT".equals(place(data)) || "NORMALISED".equals(place(data));
        return found && "SAME".equals(words) ? "good" : "";
    }

    /** The verification in a sentence. */
    static String verification(Object verification, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        String status = verification instanceof Data data ? place(data) : "UNCHECKED";
        return switch (status) {
            case "EXACT" -> t.sentenceExact();
            case "NORMALISED" -> t.sentenceNormalised();
            case "AMBIGUOUS" -> t.sentenceAmbiguous();
            case "ORPHANED" -> t.sentenceOrphaned();
            case "ALTERED" -> t.sentenceAlteredPassage();
            default -> t.sentenceUnchecked();
        };
    }

    /** How the words of a quote relate to the passage, in a sentence; empty where that is not known. */
    static String wording(Object verification, @TemplateAttribute("locale") Object locale) {
        CodeTexts t = texts(CodeTexts.class, Formats.locale(locale));
        if (!(verification instanceof Data data) || data.text("words") == null) {
            return "";
        }
        return switch (data.text("words")) {
            case "SAME" -> t.sentenceSame();
            case "SHORTENED" -> t.sentenceShortened();
            case "ALTERED" -> t.sentenceAltered();
            case "PARAPHRASE" -> t.sentenceParaphrase();
            default -> "";
        };
    }
}
