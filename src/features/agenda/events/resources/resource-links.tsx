import { LanguageTag } from '../../../../ui/text/text-tags.tsx'
import type { EventResource } from './schema.ts'

/** Documents to read for an event, each in its language; one without an address is named all the same. */
export function ResourceLinks({ resources }: { resources: readonly EventResource[] }) {
  return (
    <ul class="plain-list">
      {resources.map(({ label, language, url }, index) => (
        <li key={index}>
          {url === null ? (
            <span lang={language}>{label}</span>
          ) : (
            <a href={url} rel="noopener nofollow" lang={language} hreflang={language}>
              {label}
            </a>
          )}
          <LanguageTag language={language} />
        </li>
      ))}
    </ul>
  )
}
