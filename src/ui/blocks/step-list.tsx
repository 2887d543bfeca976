import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'

/** Where a step stands. `optional` and `skipped` ones wait for nobody; a `later` one is not possible yet. */
export type StepState = 'done' | 'open' | 'optional' | 'later' | 'skipped'

export interface Step {
  key: string
  title: string
  state: StepState
  /** Its figures; of a later one when it will be possible, which is its word. */
  figures?: ComponentChildren
  /** Where it is done. */
  href?: string
  /** A button for it on its line, while it may be done and another one is next. */
  action?: ComponentChildren
}

/** The step that is to be done now: the first open one, or null. */
export function nextOf<Each extends Pick<Step, 'state'>>(steps: readonly Each[]): Each | null {
  return steps.find(({ state }) => state === 'open') ?? null
}

interface StepListProps {
  steps: readonly Step[]
  /** The key of the next step, which stands out and carries its button. */
  next: string | undefined
  /** The primary button of the page. */
  button: ComponentChildren
}

/** The steps of a piece of work, a line each: its state as mark and word, its figures, and where it is done. */
export function StepList({ steps, next, button }: StepListProps) {
  const { t } = useReader()
  return (
    <ol class="way">
      {steps.map(({ key, title, state, figures, href, action }) => {
        const shown = key === next ? 'next' : state
        return (
          <li key={key} class={`way-step way-${shown}`} aria-current={key === next ? 'step' : undefined}>
            <p>
              <span class="way-title">{href === undefined ? title : <a href={href}>{title}</a>}</span>{' '}
              {shown === 'later' ? null : <span class="way-state">{t(`ui.step.${shown}`)}</span>}
              {figures ? (
                <span class="way-figures">
                  {shown === 'later' ? null : ' · '}
                  {figures}
                </span>
              ) : null}
            </p>
            {key === next ? button : state === 'open' || state === 'optional' ? action : null}
          </li>
        )
      })}
    </ol>
  )
}
