/** The fact in hand: the one that has the focus, or had it last. */
export function currentFact(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>('.fact-current')
}

export function allFacts(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-fact]')]
}

/** Takes a fact in hand: marks it and its sentence, and brings the sentence into view; the focus goes to it where that is asked. */
export function takeInHand(page: Document, fact: HTMLElement, { focus = false } = {}) {
  const id = fact.dataset.fact ?? ''
  for (const each of page.querySelectorAll('.fact-current, .quoted-current'))
    each.classList.remove('fact-current', 'quoted-current')
  fact.classList.add('fact-current')
  const runs = page.querySelectorAll<HTMLElement>('[data-facts]')
  const own = [...runs].filter((run) => run.dataset.facts?.split(' ').includes(id))
  for (const run of own) run.classList.add('quoted-current')
  const [first] = own
  const text = page.querySelector<HTMLElement>('.read-text')
  if (first && text) bringIntoView(text, first)
  if (!focus) return
  fact.tabIndex = -1
  fact.focus({ preventScroll: true })
  fact.scrollIntoView({ block: 'nearest' })
}

// Only the column of the text moves: the page stays where the reader has it.
function bringIntoView(column: HTMLElement, sentence: HTMLElement) {
  if (column.scrollHeight <= column.clientHeight) return
  const [outer, inner] = [column.getBoundingClientRect(), sentence.getBoundingClientRect()]
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return
  column.scrollTop += inner.top - outer.top - outer.height / 3
}
