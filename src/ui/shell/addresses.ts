/** The addresses of the built files; `fonts` are those worth preloading before the stylesheet is read. */
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

/** A page’s content as a feed. */
export interface FeedLink {
  /** Media type. */
  type: string
  title: string
  href: string
}
