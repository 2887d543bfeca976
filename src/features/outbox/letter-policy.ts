/** The policy of the HTML part of a mail: it brings its styles with it, runs and fetches nothing, and has no origin. */
export const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join(';')
