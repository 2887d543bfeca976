// <entente-agenda network="france-coree" lang="fr">: the agenda on another site’s page, drawn from the feed of the site that this script
// comes from. Until the feed has come, and where it does not, the content of the element is shown: a link.
import { draw, type Feed } from './draw.ts'
import { styles } from './styles.ts'

const source = document.currentScript
const site = source instanceof HTMLScriptElement ? source.src : location.href
const filters = [
  'q',
  'theme',
  'kind',
  'status',
  'country',
  'guest',
  'organisation',
  'cooperation',
  'seats',
  'commitments',
  'from',
  'to',
]
const usualMost = 10

class EntenteAgenda extends HTMLElement {
  static readonly observedAttributes = ['network', 'lang', 'when', 'limit', 'level', ...filters]
  #asked = 0

  connectedCallback() {
    void this.#show()
  }

  attributeChangedCallback() {
    if (this.isConnected) void this.#show()
  }

  async #show() {
    const asked = ++this.#asked
    const root = this.shadowRoot ?? this.#open()
    this.setAttribute('aria-busy', 'true')
    const feed = await this.#read().catch(() => null)
    if (asked !== this.#asked) return
    this.removeAttribute('aria-busy')
    const most = Number(this.getAttribute('limit')) || usualMost
    const level = Number(this.getAttribute('level')) || 2
    root.replaceChildren(feed ? draw(feed, { most, level }) : this.#link())
  }

  #open(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' })
    // A sheet that a script makes is let through by policies that refuse styles in the page.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet]
    root.append(this.#link())
    return root
  }

  async #read(): Promise<Feed> {
    const address = this.#address('.json')
    address.searchParams.set('when', this.getAttribute('when') ?? 'coming')
    for (const name of filters)
      for (const value of (this.getAttribute(name) ?? '').split(' ').filter(Boolean))
        address.searchParams.append(name, value)
    const answer = await fetch(address, { credentials: 'omit' })
    if (!answer.ok) throw new Error(`The agenda answered ${answer.status}`)
    return answer.json()
  }

  /** What the page’s author put inside, or else a plain link. */
  #link(): HTMLElement {
    const slot = document.createElement('slot')
    const link = document.createElement('a')
    link.href = this.#address('').href
    link.textContent = link.href
    slot.append(link)
    return slot
  }

  #address(ending: string): URL {
    const language = this.getAttribute('lang') ?? 'en'
    const path = [language, this.getAttribute('network') ?? '', `agenda${ending}`].map(encodeURIComponent)
    return new URL(`/${path.join('/')}`, site)
  }
}

if (!customElements.get('entente-agenda')) customElements.define('entente-agenda', EntenteAgenda)
