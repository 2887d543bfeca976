import type { ComponentChildren } from 'preact'
import type { FactMark } from '../../platform/records/fact-sources.ts'
import { useReader } from '../reader.tsx'

/** A small mark that opens the passage a fact comes from; a contradicting one has another shape. */
export function EvidenceMark({ href, source, stance = 'supports', passage }: FactMark & {}) {
  const reader = useReader()
  return (
    <span class="evidence-mark">
      {wordJoiner}
      <a class={`evidence evidence-${stance}`} href={href} data-passage={passage} title={source}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d={stance === 'supports' ? quoteShape : unequalShape} />
        </svg>
        <span class="visually-hidden">
          {reader.t(stance === 'supports' ? 'ui.evidence.supports' : 'ui.evidence.contradicts', { source })}
        </span>
      </a>
    </span>
  )
}

interface StatementProps {
  evidence: FactMark[]
  children: ComponentChildren
}

/** A fact and its marks. A word says that sources disagree, before the marks are opened. */
export function Statement({ evidence, children }: StatementProps) {
  const reader = useReader()
  const disputed =
    evidence.some((mark) => mark.stance === 'contradicts') &&
    evidence.some((mark) => mark.stance !== 'contradicts')
  return (
    <span class={disputed ? 'statement disputed' : 'statement'}>
      {children}
      {evidence.length > 0 ? (
        <span class="evidence-marks">
          {evidence.map((mark) => (
            <EvidenceMark key={`${mark.href} ${mark.stance}`} {...mark} />
          ))}
          {disputed ? <span class="evidence-word">{reader.t('ui.evidence.disagree')}</span> : null}
        </span>
      ) : null}
    </span>
  )
}

/** A mark never begins a line: it stays with the word before it. */
const wordJoiner = '\u2060'

const quoteShape =
  'M3 4h4v4.5c0 2-1 3.2-3 3.7v-1.4c.9-.3 1.3-.9 1.3-1.8H3zm6 0h4v4.5c0 2-1 3.2-3 3.7v-1.4c.9-.3 1.3-.9 1.3-1.8H9z'
const unequalShape =
  'M3 5.2h5.7l1.2-2.4 1.3.6-.9 1.8H13v1.5H9.6L8.5 9.3H13v1.5H7.7l-1.2 2.4-1.3-.6.9-1.8H3V9.3h3.8l1.1-2.6H3z'
