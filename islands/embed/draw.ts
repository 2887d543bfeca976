/** The parts of a feed of events (JSON Feed 1.1) that are read. */
export interface Feed {
  title: string
  home_page_url: string
  language: string
  _entente: { words: { all: string; none: string } }
  items: Item[]
}

interface Item {
  url: string
  title: string
  language: string
  tags: string[]
  _entente: { dates: string[]; notes: string[]; place: string | null }
}

interface Wanted {
  most: number
  /** Of the heading, so that it fits into the page around. */
  level: number
}

/** A list of events under a heading, with the way to all of them. */
export function draw(feed: Feed, { most, level }: Wanted): HTMLElement {
  const section = make('section', { lang: feed.language })
  const heading = make('div', { class: 'title', role: 'heading', 'aria-level': String(level), id: 'title' })
  heading.textContent = feed.title
  section.setAttribute('aria-labelledby', 'title')
  section.append(heading)
  if (feed.items.length === 0) section.append(line('none', feed._entente.words.none))
  const list = make('ul', { role: 'list' })
  list.append(...feed.items.slice(0, most).map((item) => entry(item, feed.language)))
  const all = make('p', { class: 'all' })
  all.append(link(feed.home_page_url, feed._entente.words.all))
  section.append(list, all)
  return section
}

function entry(item: Item, language: string): HTMLElement {
  const shown = make('li', {})
  const title = make('p', { class: 'name', ...(item.language === language ? {} : { lang: item.language }) })
  title.append(link(item.url, item.title))
  const { dates, notes, place } = item._entente
  const about = [place, ...item.tags].filter(Boolean).join(' · ')
  shown.append(
    title,
    ...dates.map((text) => line('when', text)),
    ...notes.map((text) => line('note', text)),
    line('about', about),
  )
  return shown
}

function link(address: string, words: string): HTMLElement {
  const made = make('a', { href: address })
  made.textContent = words
  return made
}

function line(name: string, words: string): HTMLElement {
  const made = make('p', { class: name })
  made.textContent = words
  return made
}

function make(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
