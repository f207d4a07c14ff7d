package org.parole.bench;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Persistable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Quotes by id, by agreement, by speaker and by words, and the writing of one, as Spring Boot and JPA give them: entities,
 * repositories with entity graphs, one query a page. It has no totals, revisions, checks, ranking or snippets.
 */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
public class SpringPeer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringPeer.class, arguments);
    }

    @Entity(name = "Speaker")
    static class Speaker {
        @Id
        UUID id;
        String name;
        String kind;
        String party;
    }

    @Entity(name = "Outlet")
    static class Outlet {
        @Id
        UUID id;
        String name;
        String kind;
    }

    @Entity(name = "Document")
    static class Document {
        @Id
        UUID id;
        String url;
        String title;
        @Column(name = "published_at")
        Instant publishedAt;
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "outlet_id")
        Outlet outlet;
    }

    @Entity(name = "Quote")
    static class Quote implements Persistable<UUID> {
        @Id
        UUID id;
        String content;
        String kind;
        String language;
        String role;
        String agreement;
        String party;
        String topic;
        @Column(name = "said_at")
        Instant saidAt;
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "speaker_id")
        Speaker speaker;
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "document_id")
        Document document;
        @Transient
        boolean isNew;

        @Override
        public UUID getId() {
            return id;
        }

        @Override
        public boolean isNew() {
            return isNew;
        }
    }

    interface Quotes extends JpaRepository<Quote, UUID> {

        @EntityGraph(attributePaths = {"speaker", "document", "document.outlet"})
        java.util.Optional<Quote> findWithAllById(UUID id);

        @EntityGraph(attributePaths = {"speaker", "document", "document.outlet"})
        List<Quote> findByAgreementOrderBySaidAtDescIdDesc(String agreement, Limit limit);

        @EntityGraph(attributePaths = {"speaker", "document", "document.outlet"})
        List<Quote> findBySpeakerIdOrderBySaidAtDescIdDesc(UUID speaker, Limit limit);

        @Query(value = "select q.id from quote q where q.content_vector @@ websearch_to_tsquery('english', :words)"
                + " order by q.said_at desc, q.id desc limit :most", nativeQuery = true)
        List<UUID> findIdsByWords(String words, int most);

        @EntityGraph(attributePaths = {"speaker", "document", "document.outlet"})
        List<Quote> findByIdInOrderBySaidAtDescIdDesc(List<UUID> ids);
    }

    interface Speakers extends JpaRepository<Speaker, UUID> {
    }

    interface Documents extends JpaRepository<Document, UUID> {
    }

    record SpeakerView(UUID id, String name, String kind, String party) {
    }

    record DocumentView(UUID id, String url, String title, Instant publishedAt, UUID outlet, String outletName) {
    }

    record QuoteView(UUID id, String content, String kind, String language, String role, String agreement, String party,
            String topic, Instant saidAt, SpeakerView speaker, DocumentView document) {

        static QuoteView of(Quote quote) {
            Speaker speaker = quote.speaker;
            Document document = quote.document;
            return new QuoteView(quote.id, quote.content, quote.kind, quote.language, quote.role, quote.agreement,
                    quote.party, quote.topic, quote.saidAt,
                    new SpeakerView(speaker.id, speaker.name, speaker.kind, speaker.party),
                    new DocumentView(document.id, document.url, document.title, document.publishedAt,
                            document.outlet.id, document.outlet.name));
        }
    }

    record NewQuote(UUID speakerId, UUID documentId, String content, String kind, String language, String role,
            String agreement, String party, String topic, Instant saidAt) {
    }

    @RestController
    @RequestMapping("/quotes")
    static class QuoteController {

        private static final int PAGE = 50;

        private final Quotes quotes;
        private final Speakers speakers;
        private final Documents documents;

        QuoteController(Quotes quotes, Speakers speakers, Documents documents) {
            this.quotes = quotes;
            this.speakers = speakers;
            this.documents = documents;
        }

        @GetMapping("/{id}")
        @Transactional(readOnly = true)
        public QuoteView get(@PathVariable UUID id) {
            return quotes.findWithAllById(id).map(QuoteView::of)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }

        @GetMapping(params = "agreement")
        @Transactional(readOnly = true)
        public List<QuoteView> byAgreement(@RequestParam String agreement) {
            return quotes.findByAgreementOrderBySaidAtDescIdDesc(agreement, Limit.of(PAGE)).stream()
                    .map(QuoteView::of).toList();
        }

        @GetMapping(params = "speaker")
        @Transactional(readOnly = true)
        public List<QuoteView> bySpeaker(@RequestParam UUID speaker) {
            return quotes.findBySpeakerIdOrderBySaidAtDescIdDesc(speaker, Limit.of(PAGE)).stream().map(QuoteView::of)
                    .toList();
        }

        @GetMapping(params = "q")
        @Transactional(readOnly = true)
        public List<QuoteView> byWords(@RequestParam String q) {
            return quotes.findByIdInOrderBySaidAtDescIdDesc(quotes.findIdsByWords(q, PAGE)).stream().map(QuoteView::of)
                    .toList();
        }

        @PostMapping
        @Transactional
        public ResponseEntity<QuoteView> post(@RequestBody NewQuote body) {
            Quote quote = new Quote();
            quote.id = UUID.randomUUID();
            quote.isNew = true;
            quote.content = body.content();
            quote.kind = body.kind();
            quote.language = body.language();
            quote.role = body.role();
            quote.agreement = body.agreement();
            quote.party = body.party();
            quote.topic = body.topic();
            quote.saidAt = body.saidAt();
            quote.speaker = speakers.findById(body.speakerId())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            quote.document = documents.findById(body.documentId())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            quotes.save(quote);
            return ResponseEntity.created(URI.create("/quotes/" + quote.id)).body(QuoteView.of(quote));
        }
    }
}
