export type Example = { title: string; about: string; code: string }

/** What to type into a shell, in the order in which one would; `$KEY` is the reader's own. */
export function examplesFor(appUrl: string): Example[] {
  const threads = `${appUrl}/api/v1/threads`
  return [
    {
      title: 'Make a thread',
      about:
        'Of an address (url) or a text (text). Send an Idempotency-Key, and a request that you repeat makes no second one.',
      code: `curl ${threads} \\
  -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -d '{ "url": "https://example.com/article",
        "options": { "tone": "neutral", "length": 8 } }'`,
    },
    {
      title: 'Follow its writing',
      about:
        'Answers at once, and with the seq that you know, as soon as there is something new. After 20 seconds without, 204.',
      code: `curl "${threads}/$ID/progress?since=3" \\
  -H "Authorization: Bearer $KEY"`,
    },
    {
      title: 'Read it',
      about:
        'Each tweet comes with its verdict, the reasons of a doubt, and the words of the source that back it.',
      code: `curl -i ${threads}/$ID \\
  -H "Authorization: Bearer $KEY"`,
    },
    {
      title: 'Change a tweet',
      about:
        'If-Match is the ETag that you have read. Where somebody was faster the answer is 412, and nothing is lost.',
      code: `curl -X PATCH ${threads}/$ID/tweets/$TWEET \\
  -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -H 'If-Match: "1"' \\
  -d '{ "text": "Said in other words." }'`,
    },
    {
      title: 'Page through all of them',
      about: 'Each page has the cursor of the next one, and null on the last.',
      code: `curl "${threads}?limit=50&cursor=$NEXT" \\
  -H "Authorization: Bearer $KEY"`,
    },
    {
      title: 'Sign in instead of a key',
      about:
        'For programs of other people: an access token for 15 minutes, and a refresh token that gets the next, once. One that is used twice ends the whole sign-in. Signing out everywhere and a new password end it too.',
      code: `curl ${appUrl}/api/v1/token \\
  -H "Content-Type: application/json" \\
  -d '{ "grant_type": "password",
        "email": "you@example.com", "password": "…" }'`,
    },
  ]
}
