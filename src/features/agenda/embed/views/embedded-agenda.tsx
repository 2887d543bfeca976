import { useReader } from '../../../../ui/reader.tsx'
import type { FeedEntry } from '../../feeds/feed-entry.ts'

interface EmbeddedAgendaProps {
  title: string
  css: string
  /** The agenda itself. */
  home: string
  entries: FeedEntry[]
  /** Whether there is more than is shown. */
  isCut: boolean
  none: string
}

/** A small page for a frame on somebody’s site: no script, no cookie, nothing from elsewhere; its links leave the frame. */
export function EmbeddedAgenda({ title, css, home, entries, isCut, none }: EmbeddedAgendaProps) {
  const reader = useReader()
  const { t } = reader
  const away = { target: '_blank', rel: 'noopener' }
  return (
    <html lang={reader.interfaceLanguage} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={home} />
        <link rel="stylesheet" href={css} />
      </head>
      <body>
        <main aria-labelledby="title">
          <h1 id="title">
            <a href={home} {...away}>
              {title}
            </a>
          </h1>
          {entries.length === 0 ? <p>{none}</p> : null}
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <h2 lang={entry.language === reader.interfaceLanguage ? undefined : entry.language}>
                  <a href={entry.address} {...away}>
                    {entry.title}
                  </a>
                </h2>
                {entry.when.map((line) => (
                  <p key={line} class="when">
                    {line}
                  </p>
                ))}
                {entry.standing.map((line) => (
                  <p key={line} class="standing">
                    {line}
                  </p>
                ))}
                <p class="about">{[entry.place, ...entry.categories].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
          {isCut ? (
            <p>
              <a href={home} {...away}>
                {t('agenda.list.emptyAll')}
              </a>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  )
}
