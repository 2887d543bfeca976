import type { ComponentChildren } from 'preact'

export interface EmptyStateProps {
  /** What belongs here. */
  title: ComponentChildren
  /** Why there is nothing. */
  why?: ComponentChildren
  /** What to do next: a link or a button. */
  next?: ComponentChildren
}

/** Says what belongs here, why it is empty and what to do next. */
export function EmptyState({ title, why, next }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {why ? <p class="empty-why">{why}</p> : null}
      {next ? <p class="empty-next">{next}</p> : null}
    </div>
  )
}
