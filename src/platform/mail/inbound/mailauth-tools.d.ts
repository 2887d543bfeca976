// The package has types of its main entry alone.
declare module 'mailauth/lib/tools.js' {
  /** The first domain that shares its organisational domain with that of a From (relaxed alignment). */
  export function getAlignment(fromDomain: string, domains: string[]): { domain: string } | false
}
