import type { Reader } from '../../../../platform/i18n/reader.ts'
import { LanguageTag } from '../../../../ui/text/text-tags.tsx'
import type { EventResource } from './schema.ts'

/** What one reads for an event, each in its language; one without an address is named all the same. */
export function ResourceLinks({
  reader,
  resources,
}: {
  reader: Reader
  resources: readonly EventResource[]
}) {
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
          <LanguageTag reader={reader} language={language} />
        </li>
      ))}
    </ul>
  )
}
