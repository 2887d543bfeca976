import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Issue } from '../issue.ts'
import { isOvertaken, wordsOf } from '../part.ts'

interface GatheringNewsProps {
  issue: Issue
  /** Somebody has just gathered it anew, and is told when that changed nothing. */
  isFresh: boolean
}

/** What the last gathering brought and took away, and what changed in its record under an editor’s wording. */
export function GatheringNews({ issue, isFresh }: GatheringNewsProps) {
  const reader = useReader()
  const items = issue.parts.flatMap((part) => (part.kind === 'items' ? part.items : []))
  const changed = items.filter(isOvertaken).map((item) => wordsOf(item).title)
  const news = { ...issue.gathering, changed }
  const kinds = (['came', 'went', 'changed'] as const).filter((kind) => news[kind].length > 0)
  return (
    <>
      {isFresh && kinds.length === 0 ? (
        <Notice kind="done" live>
          {reader.t('newsletter.issues.gathering.nothing')}
        </Notice>
      ) : null}
      {kinds.map((kind) => (
        <details key={kind}>
          <summary>{reader.t(`newsletter.issues.gathering.${kind}`, { count: news[kind].length })}</summary>
          <ul>
            {news[kind].map((title, index) => (
              <li key={`${kind} ${index}`}>
                <Passage text={title} as="span" />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {issue.gathering.kept > 0 ? <p>{reader.t('newsletter.issues.gathering.wordsKept')}</p> : null}
    </>
  )
}
