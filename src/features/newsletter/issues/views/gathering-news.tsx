import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Gathering } from '../issue.ts'

/** What the last gathering brought, took away, and found changed under an editor’s wording. */
export function GatheringNews({ reader, gathering }: { reader: Reader; gathering: Gathering }) {
  const kinds = (['came', 'went', 'changed'] as const).filter((kind) => gathering[kind].length > 0)
  return (
    <>
      {kinds.map((kind) => (
        <details key={kind}>
          <summary>
            {reader.t(`newsletter.issues.gathering.${kind}`, { count: gathering[kind].length })}
          </summary>
          <ul>
            {gathering[kind].map((title, index) => (
              <li key={`${kind} ${index}`}>
                <Passage reader={reader} text={title} as="span" />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
