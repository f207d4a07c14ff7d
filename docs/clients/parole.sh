#!/usr/bin/env bash
# The same as parole.ts with curl and jq.
set -euo pipefail
parole=${PAROLE:-http://127.0.0.1:8080}/api/v1
agreement=us-taliban-2020

# 1. Where the sources disagree about an agreement.
curl -sSf "$parole/dossiers/$agreement" |
    jq -r '.tallies[]? | .commitment as $of | .conflicts[] | "\($of) \(.type): \(.text)"'

# 2. From a number to the quote that states it, and to the words in the text.
report=$(curl -sSf "$parole/release-reports?agreement=$agreement&limit=200" |
    jq -r 'first(.items[] | select(.evidence.quoteId)) | .id')
curl -sSf "$parole/release-reports/$report/evidence" |
    jq -r '"\(.report.quantity.wording): \(.quote.speaker.name // "?") \(.quote.cue // "said")\n  \(.quote.anchors[0].exact) (\(.verification.status))"'

# 3. What has changed since the cursor that was kept the last time.
cursor=
while page=$(curl -sSf "$parole/changes?limit=200${cursor:+&cursor=$cursor}") && cursor=$(jq -r .next <<<"$page") &&
    jq -e '.items | length > 0' <<<"$page" >/dev/null; do
    jq -r '.items[] | "\(.kind) \(.recordType) \(.recordId)"' <<<"$page"
done
echo "Keep this for the next time: $cursor"

# 4. All quotes as a table.
curl -sSf "$parole/quotes?format=csv" -o quotes.csv
