/** Chooses the country of the reader’s own clock, where the page does not know it and nobody has chosen yet. */
export function guessCountryByClock(field: HTMLElement) {
  const select = field.querySelector('select')
  if (!select) return
  const guessed = [...select.options].find(({ defaultSelected }) => defaultSelected)?.value ?? ''
  const zones: unknown = JSON.parse(field.dataset.zones ?? '{}')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = new Map(Object.entries(zones ?? {}))
  const country: unknown = known.get(zone)
  if (typeof country === 'string' && select.value === guessed) select.value = country
}
