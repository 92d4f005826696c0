/** The kinds of problem that programs meet most, and what to do about each. Others say it in their `detail`. */
export const problemKinds: { code: string; status: number; about: string }[] = [
  { code: 'not-signed-in', status: 401, about: 'Send a key or an access token.' },
  { code: 'token-invalid', status: 401, about: 'The key is revoked, or the token over: get a new one.' },
  { code: 'needs-plan', status: 402, about: 'Where plans are sold, the API comes with Pro: see /pricing.' },
  { code: 'scope-missing', status: 403, about: 'Make a key that may do it.' },
  { code: 'thread-not-found', status: 404, about: 'There is no such thread, or it is somebody else’s.' },
  { code: 'being-written', status: 409, about: 'Change the thread when it is written.' },
  { code: 'tweet-locked', status: 409, about: 'Unlock the tweet first.' },
  { code: 'thread-changed', status: 412, about: 'Read the thread again, and change what it is now.' },
  { code: 'invalid-input', status: 422, about: 'What is wrong stands in errors, field by field.' },
  { code: 'content-refused', status: 422, about: 'Threadr makes no thread of this.' },
  { code: 'version-missing', status: 428, about: 'Send If-Match.' },
  { code: 'quota-used-up', status: 429, about: 'Retry-After says when your plan has more.' },
  { code: 'too-many-requests', status: 429, about: 'Wait as long as Retry-After says.' },
  { code: 'credentials-wrong', status: 400, about: 'Address and password don’t belong together.' },
  { code: 'code-needed', status: 400, about: 'Send the code of the authenticator app too.' },
  { code: 'refresh-token-over', status: 400, about: 'Sign in with the password again.' },
]
