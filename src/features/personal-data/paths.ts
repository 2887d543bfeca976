/** Addresses of this feature’s pages, by their language. */
export const paths = {
  data: (language: string) => `/${language}/account/data`,
  file: (language: string) => `/${language}/account/data.json`,
  erasure: (language: string) => `/${language}/account/data/erasure`,
}
