/** Loads the scripts for forms, for pages that have one whose parts they know; without them every form works all the same. */
export function helpWithForms(page: Document) {
  if (page.querySelector('[data-part],[data-autosave]') === null) return
  import('./form/parts.ts').then(({ helpWithParts }) => helpWithParts(page)).catch(() => undefined)
}
