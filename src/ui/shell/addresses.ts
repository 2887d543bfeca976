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
