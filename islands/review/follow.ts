const everyMs = 10_000

interface Progress {
  words: string
  /** How far what is sure is accepted in the background; null when nothing is. */
  accepting: { words: string; done: number } | null
  done: number
  all: number
  at: string
  decisions: { id: string; decision: string | null; by: string }[]
}

/** Asks now and then what others have decided, announces it and marks the facts, so that a reviewer goes on knowing it. */
export function followDecisions(page: Document) {
  const review = page.querySelector<HTMLElement>('[data-review]')
  const address = review?.dataset.review
  if (!review || !address) return
  let since = review.dataset.at ?? ''
  const ask = async () => {
    if (page.hidden) return
    const answer = await fetch(`${address}?since=${encodeURIComponent(since)}`, {
      headers: { accept: 'application/json' },
    })
    if (!answer.ok) return
    const progress: Progress = await answer.json()
    since = progress.at
    if (showAcceptance(page, progress)) show(page, review, progress)
  }
  setInterval(() => void ask().catch(() => undefined), everyMs)
}

// Once the background job has finished, the page is reloaded with what it did.
function showAcceptance(page: Document, { accepting }: Progress): boolean {
  const told = page.getElementById('accepting')
  if (!told) return true
  if (accepting === null) {
    location.reload()
    return false
  }
  told.textContent = accepting.words
  const bar = page.querySelector<HTMLProgressElement>('progress[aria-labelledby=accepting]')
  if (bar) bar.value = accepting.done
  return true
}

function show(page: Document, review: HTMLElement, { words, done, all, decisions }: Progress) {
  const bar = page.querySelector<HTMLProgressElement>('.review-progress progress')
  if (bar) {
    bar.max = Math.max(1, all)
    bar.value = done
  }
  const told = page.querySelector('[data-decided]')
  if (told) told.textContent = words
  // What this page did itself it shows already.
  const news = decisions.filter(({ id }) => {
    const fact = page.getElementById(`f-${id}`)
    return fact !== null && (fact.dataset.state === 'open' || fact.dataset.state === 'asked')
  })
  for (const { id, decision, by } of news) mark(page, id, tell(review, by, decision ?? ''))
  const live = page.querySelector('[data-live]')
  if (live && news.length > 0)
    live.textContent = news.map(({ decision, by }) => tell(review, by, decision ?? '')).join(' ')
}

const tell = ({ dataset }: HTMLElement, by: string, decision: string) =>
  (dataset.told ?? '').replace('#', by).replace('%', decision)

function mark(page: Document, id: string, words: string) {
  const fact = page.getElementById(`f-${id}`)
  if (!fact) return
  fact.dataset.state = 'elsewhere'
  fact.classList.add('fact-elsewhere')
  const note = page.createElement('p')
  note.className = 'fact-decided'
  note.textContent = words
  fact.querySelector('.fact-acts')?.before(note)
}
