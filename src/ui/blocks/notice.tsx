import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'

interface NoticeProps {
  kind?: 'information' | 'warning' | 'done'
  /** Announced when it appears: only for the answer to what the reader just did. */
  live?: boolean
  children: ComponentChildren
}

/** A sentence with a sign; a warning is a sentence too, never a red page. */
export function Notice({ kind = 'information', live, children }: NoticeProps) {
  const reader = useReader()
  return (
    <div class={`notice notice-${kind}`} role={live ? 'status' : undefined}>
      <span class="notice-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div class="notice-text">
        {kind === 'warning' ? <span class="visually-hidden">{reader.t('ui.notice.warning')} </span> : null}
        {children}
      </div>
    </div>
  )
}

const signs = { information: 'i', warning: '!', done: '✓' } as const
