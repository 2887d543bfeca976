/** The policy of a page of ours that may show another one of ours in a frame. */
export function pagePolicy(usual: string): string {
  return `${usual};frame-src 'self'`
}

/**
 * The policy of the HTML part of a mail: it brings its styles with it, runs and fetches nothing, and stands as a stranger
 * in a frame of our pages alone. Its links open in the place of the page.
 */
export const framePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-top-navigation-by-user-activation',
].join(';')
