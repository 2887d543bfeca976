import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import type { NavigationLink } from '../shell/addresses.ts'

interface ErrorContentProps {
  /** What happened, in a sentence. */
  title: ComponentChildren
  /** What to do about it. */
  message?: ComponentChildren
  /** The reference to quote in a request for help. */
  reference?: string | undefined
  links?: NavigationLink[]
}

/** An error page: what happened, what to do, links to go on. */
export function ErrorContent({ title, message, reference, links }: ErrorContentProps) {
  const reader = useReader()
  return (
    <div class="error-content">
      <h1>{title}</h1>
      {message ? <p class="lead">{message}</p> : null}
      {links && links.length > 0 ? (
        <ul class="error-links">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {reference ? (
        <p class="error-reference">
          {reader.t('ui.error.reference')} <code>{reference}</code>
        </p>
      ) : null}
    </div>
  )
}
