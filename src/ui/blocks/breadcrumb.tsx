import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'

interface BreadcrumbProps {
  steps: { label: ComponentChildren; href: string }[]
  current: ComponentChildren
}

/** The place of the page, from the network down. */
export function Breadcrumb({ steps, current }: BreadcrumbProps) {
  const reader = useReader()
  return (
    <nav class="breadcrumb" aria-label={reader.t('ui.breadcrumb.label')}>
      <ol>
        {steps.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
