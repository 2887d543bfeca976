/** Fetches what helps with forms, for pages that have one whose parts it knows; without it every form works all the same. */
export function helpWithForms(page: Document) {
  if (page.querySelector('[data-part],[data-autosave]') === null) return
  import('./form/parts.ts').then(({ helpWithParts }) => helpWithParts(page)).catch(() => undefined)
}
