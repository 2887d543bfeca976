/** Addresses of this feature's pages, by the language they are read in. */
export const paths = {
  data: (language: string) => `/${language}/account/data`,
  file: (language: string) => `/${language}/account/data.json`,
  erasure: (language: string) => `/${language}/account/data/erasure`,
}
