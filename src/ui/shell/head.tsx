import { useReader } from '../reader.tsx'
import type { Assets, FeedLink } from './addresses.ts'

export interface HeadProps {
  assets: Assets
  title: string
  description: string
  /** This page in each language: BCP 47 tag → address, absolute where search engines should read it. */
  addresses: Record<string, string>
  canonical: string
  structuredData?: object
  feeds?: FeedLink[]
  /** Absolute address of the picture for sharing the page; by default the product’s own. */
  socialImage?: string
  noindex?: boolean
}

/** Everything machines read first: title, addresses in other languages, sharing, styles, script. */
export function Head(props: HeadProps) {
  const reader = useReader()
  const { assets, addresses, canonical } = props
  const site = reader.t('ui.site.name')
  const title = props.title === site ? site : `${props.title} · ${site}`
  const picture = props.socialImage ?? usualPicture(canonical)
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={props.description} />
      <meta name="color-scheme" content="light dark" />
      {props.noindex ? <meta name="robots" content="noindex" /> : null}
      <link rel="canonical" href={canonical} />
      {Object.entries(addresses).map(([language, href]) => (
        <link key={language} rel="alternate" hreflang={language} href={href} />
      ))}
      <link rel="alternate" hreflang="x-default" href={addresses.en ?? canonical} />
      {props.feeds?.map(({ type, title: name, href }) => (
        <link key={type} rel="alternate" type={type} title={name} href={href} />
      ))}
      {assets.fonts?.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#12161d" media="(prefers-color-scheme: dark)" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:title" content={props.title} />
      <meta property="og:description" content={props.description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={openGraphLocales[reader.interfaceLanguage]} />
      {picture ? <meta property="og:image" content={picture} /> : null}
      <meta name="twitter:card" content="summary_large_image" />
      {props.structuredData ? (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: dataBlock(props.structuredData) }}
        />
      ) : null}
      <script type="module" src={assets.js} />
    </head>
  )
}

const openGraphLocales = { fr: 'fr_FR', ko: 'ko_KR', en: 'en_GB' } as const

/** Sharing needs an absolute address: without one in `canonical` there is no picture. */
function usualPicture(canonical: string): string | null {
  return URL.canParse(canonical) ? new URL('/social.png', canonical).href : null
}

/** JSON that cannot close the element that contains it. */
function dataBlock(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
