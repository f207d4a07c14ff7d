import { writeFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

const parole = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.env.PAROLE ?? "http://127.0.0.1:8080" });
const agreement = "us-taliban-2020";

// 1. Where the sources disagree about an agreement.
const dossier = await parole.GET("/api/v1/dossiers/{agreement}", { params: { path: { agreement } } });
if (!dossier.data) throw new Error(dossier.error.detail ?? dossier.error.title);
for (const tally of dossier.data.tallies ?? []) {
  for (const conflict of tally.conflicts) {
    console.log(`${tally.commitment} ${conflict.type}: ${conflict.text}`);
  }
}

// 2. From a number to the quote that states it, and to the words in the text.
const reports = await parole.GET("/api/v1/release-reports", { params: { query: { agreement, limit: 200 } } });
const quoted = reports.data?.items.find((report) => report.evidence?.quoteId);
if (!quoted) throw new Error("No report of the agreement rests on a quote");
const evidence = await parole.GET("/api/v1/release-reports/{id}/evidence", { params: { path: { id: quoted.id } } });
const quote = evidence.data?.quote;
console.log(`${quoted.quantity?.wording ?? "a figure"}: ${quote?.speaker?.name ?? "?"} ${quote?.cue ?? "said"}`);
console.log(`  ${quote?.anchors[0]?.exact ?? quote?.content} (${evidence.data?.verification?.status})`);

// 3. What has changed since the cursor that was kept the last time.
let cursor: string | undefined;
for (let more = true; more; ) {
  const changes = await parole.GET("/api/v1/changes", { params: { query: { cursor, limit: 200 } } });
  if (!changes.data) throw new Error(changes.error.detail ?? changes.error.title);
  changes.data.items.forEach((change) => console.log(`${change.kind} ${change.recordType} ${change.recordId}`));
  more = changes.data.items.length > 0;
  cursor = changes.data.next;
}
console.log(`Keep this for the next time: ${cursor}`);

// 4. All quotes as a table.
const quotes = await parole.GET("/api/v1/quotes", { headers: { Accept: "text/csv" }, parseAs: "text" });
if (quotes.data === undefined) throw new Error(quotes.error.detail ?? quotes.error.title);
await writeFile("quotes.csv", quotes.data);
