import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'

interface BreadcrumbProps {
  reader: Reader
  steps: { label: ComponentChildren; href: string }[]
  current: ComponentChildren
}

/** Where the page stands, from the network down. */
export function Breadcrumb({ reader, steps, current }: BreadcrumbProps) {
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
