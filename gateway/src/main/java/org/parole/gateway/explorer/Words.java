package org.parole.gateway.explorer;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The words for what the API says in codes; {@code words:} in templates. A code that is new is shown as it is, in words. */
@TemplateExtension(namespace = "words")
public final class Words {

    private static final Map<String, Texts> TEXTS = new ConcurrentHashMap<>();

    private Words() {
    }

    /** All texts of the pages in a language. */
    public static Texts texts(Locale locale) {
        return TEXTS.computeIfAbsent(locale.getLanguage(), language -> language.equals("en")
                ? MessageBundles.get(Texts.class)
                : MessageBundles.get(Texts.class, Localized.Literal.of(language)));
    }

    /** What a report tells of: freed in all, freed that day, announced. */
    static String deed(Object report, @TemplateAttribute("locale") Object locale) {
        Texts t = texts(Formats.locale(locale));
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

    /** What kind of conflict. */
    public static String conflict(Object type, @TemplateAttribute("locale") Object locale) {
        Texts t = texts(Formats.locale(locale));
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

    /** Whom a claimant belongs to. */
    static String side(Object side, @TemplateAttribute("locale") Object locale) {
        Texts t = texts(Formats.locale(locale));
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
        Texts t = texts(Formats.locale(locale));
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
        Texts t = texts(Formats.locale(locale));
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
        Texts t = texts(Formats.locale(locale));
        return switch (String.valueOf(check)) {
            case "VERIFIED" -> t.evidenceVerified();
            case "UNCHECKED" -> t.evidenceUnchecked();
            case "MISSING" -> t.evidenceMissing();
            default -> Formats.word(check);
        };
    }

    /** How an evidence check looks. */
    static String evidenceClass(Object check) {
        return switch (String.valueOf(check)) {
            case "VERIFIED" -> "good";
            case "UNCHECKED", "PENDING", "NONE" -> "";
            default -> "bad";
        };
    }

    /** Whether the passage of a quote stands in its document, and how its words relate to it. */
    static String passage(Object verification, @TemplateAttribute("locale") Object locale) {
        Texts t = texts(Formats.locale(locale));
        if (!(verification instanceof Data data)) {
            return t.passageUnchecked();
        }
        String place = switch (String.valueOf(data.text("status"))) {
            case "EXACT" -> t.passageExact();
            case "NORMALISED" -> t.passageNormalised();
            case "AMBIGUOUS" -> t.passageAmbiguous();
            case "ORPHANED" -> t.passageOrphaned();
            case "UNCHECKED" -> t.passageUnchecked();
            default -> Formats.word(data.text("status"));
        };
        String words = wordsOf(data, t);
        return words == null ? place : place + " · " + words;
    }

    private static String wordsOf(Data verification, Texts t) {
        String code = verification.text("words");
        return code == null
                ? null
                : switch (code) {
                    case "SAME" -> t.wordsSame();
                    case "SHORTENED" -> t.wordsShortened();
                    case "ALTERED" -> t.wordsAltered();
                    case "PARAPHRASE" -> t.wordsParaphrase();
                    default -> Formats.word(code);
                };
    }

    /** How a verification looks: good only where both facts are. */
    static String passageClass(Object verification) {
        if (!(verification instanceof Data data)) {
            return "";
        }
        String words = data.text("words");
        if ("ALTERED".equals(words) || "ORPHANED".equals(data.text("status"))) {
            return "bad";
        }
        boolean found = "EXACT".equals(data.text("status")) || "NORMALISED".equals(data.text("status"));
        return found && (words == null || words.equals("SAME")) ? "good" : "";
    }

    /** The verification in a sentence. */
    static String verification(Object verification, @TemplateAttribute("locale") Object locale) {
        Texts t = texts(Formats.locale(locale));
        String status = verification instanceof Data data ? String.valueOf(data.text("status")) : "UNCHECKED";
        return switch (status) {
            case "EXACT" -> t.sentenceExact();
            case "NORMALISED" -> t.sentenceNormalised();
            case "AMBIGUOUS" -> t.sentenceAmbiguous();
            case "ORPHANED" -> t.sentenceOrphaned();
            default -> t.sentenceUnchecked();
        };
    }

    /** How the words of a quote relate to the passage, in a sentence; empty where that is not known. */
    static String wording(Object verification, @TemplateAttribute("locale") Object locale) {
        Texts t = texts(Formats.locale(locale));
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
