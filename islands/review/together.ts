import { allFacts, takeInHand } from './current.ts'

/** A fact that is reached shows its sentence, and a sentence that is pressed takes its fact in hand, the next one when pressed again. */
export function showTogether(page: Document) {
  page.addEventListener('focusin', ({ target }) => {
    const fact = target instanceof Element ? target.closest<HTMLElement>('[data-fact]') : null
    if (fact) takeInHand(page, fact)
  })
  page.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
    const sentence = event.target.closest<HTMLElement>('[data-facts]')
    if (sentence) {
      const fact = nextOf(page, sentence)
      if (!fact) return
      event.preventDefault()
      takeInHand(page, fact, { focus: true })
      return
    }
    const quote = event.target.closest<HTMLElement>('[data-quote]')
    const fact = quote?.closest<HTMLElement>('[data-fact]')
    if (!fact || !isBeside(page)) return
    event.preventDefault()
    takeInHand(page, fact)
  })
  const named = page.getElementById(decodeURIComponent(location.hash.slice(1)))
  // After an answer the reviewer goes on with the first open fact.
  const fact = named?.id === 'facts' ? allFacts(page).find(isOpen) : named
  if (fact?.dataset.fact) takeInHand(page, fact, { focus: true })
}

const isOpen = ({ dataset }: HTMLElement) => dataset.state === 'asked' || dataset.state === 'open'

function nextOf(page: Document, sentence: HTMLElement): HTMLElement | null {
  const ids = sentence.dataset.facts?.split(' ') ?? []
  const facts = allFacts(page).filter((fact) => ids.includes(fact.dataset.fact ?? ''))
  const at = facts.findIndex((fact) => fact.classList.contains('fact-current'))
  return facts[(at + 1) % facts.length] ?? null
}

// On a phone the text is above: there the link leads to it.
function isBeside(page: Document): boolean {
  const text = page.querySelector('.read-text')
  return text !== null && text.scrollHeight > text.clientHeight
}
