import type { FirstStep } from '../../../platform/http/first-step.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'

interface GettingStartedProps {
  network: { slug: string }
  steps: readonly { step: FirstStep; isDone: boolean }[]
}

/** What a new group needs before it can work, ticked as it comes; nothing once all is there. */
export function GettingStarted({ network, steps }: GettingStartedProps) {
  const reader = useReader()
  const { t } = reader
  if (steps.length === 0) return null
  const done = steps.filter(({ isDone }) => isDone).length
  const next = steps.find(({ isDone }) => !isDone)
  return (
    <Section
      id="start"
      title={t('registry.start.title')}
      aside={t('registry.start.done', { done, count: steps.length })}
    >
      <p>{t('registry.start.lead')}</p>
      <ol class="first-steps">
        {steps.map(({ step, isDone }) => (
          <li key={step.label} class={isDone ? 'done' : undefined}>
            <span class="first-step-sign" aria-hidden="true">
              {isDone ? '✓' : ''}
            </span>
            <span>
              {t(step.label)}
              {isDone ? <span class="visually-hidden"> – {t('registry.start.isDone')}</span> : null}
            </span>
            {isDone ? null : (
              <span class="way-buttons">
                {[step, ...(step.other ? [step.other] : [])].map(({ action, path }) => (
                  <a
                    key={path}
                    class={step === next?.step && path === step.path ? 'button primary' : 'button'}
                    href={addressFor({ ...reader, now: null }, `/${network.slug}${path}`)}
                  >
                    {t(action)}
                  </a>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
