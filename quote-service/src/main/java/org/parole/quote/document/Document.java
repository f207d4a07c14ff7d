package org.parole.quote.document;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.hibernate.annotations.Formula;
import org.parole.kit.record.Revisioned;
import org.parole.kit.time.PublicationTime;

/** One revision of a document. */
@Entity
public class Document extends Revisioned {

    /** Null where it has none. */
    public String url;

    /** What all addresses of the article have in common; null without an address, and in rows of older versions. */
    @Column(name = "url_key")
    public String urlKey;

    /** The document that this one was found to be the same article as, or null. */
    @Column(name = "merged_into")
    public UUID mergedInto;

    /** How it can be found without an address, or null. */
    public String citation;

    /** Null until somebody has given it. */
    public String title;

    @Column(name = "outlet_id")
    public UUID outletId;

    @Column(name = "published_at")
    public Instant publishedAt;

    /** Only the day is known; publishedAt is its start at the offset. */
    @Column(name = "published_whole_day")
    public boolean publishedWholeDay;

    /** How far the zone in which it was given is from UTC, in seconds. */
    @Column(name = "published_offset")
    public int publishedOffset;

    public String language;

    /** Null where the document has no text. */
    @Column(name = "text_revision")
    public Integer textRevision;

    /** The import that first recorded it, or null. */
    @Column(name = "import_id")
    public UUID importId;

    /** The data set that it was imported with, or null. */
    @Formula("coalesce((select v.dataset from dataset_record v where v.record_id = id),"
            + " (select j.dataset from import_job j where j.id = import_id))")
    public String dataset;

    /** Of that data set, or null where none was named. */
    @Formula("case when exists (select 1 from dataset_record v where v.record_id = id)"
            + " then (select v.licence from dataset_record v where v.record_id = id)"
            + " else (select j.licence from import_job j where j.id = import_id) end")
    public String licence;

    /** When it was published, as it was given. */
    public PublicationTime published() {
        return PublicationTime.of(publishedAt, publishedWholeDay, publishedOffset);
    }
}
