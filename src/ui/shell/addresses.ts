/** Where the built files are served; `fonts` are those worth asking for before the stylesheet is read. */
export interface Assets {
  css: string
  js: string
  fonts?: string[]
}

export interface NavigationLink {
  label: string
  href: string
  current?: boolean
}

/** What a page says as a feed. */
export interface FeedLink {
  /** Media type. */
  type: string
  title: string
  href: string
}
