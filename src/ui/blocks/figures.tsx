import type { ComponentChildren } from 'preact'
import { numberFormatter } from '../../platform/i18n/formatters.ts'
import { useReader } from '../reader.tsx'

export interface Figure {
  value: number
  label: ComponentChildren
  href?: string | undefined
}

interface FiguresProps {
  figures: Figure[]
  children?: ComponentChildren
}

/** A line of counts, in the style of a report: `11 cooperations · 6 authorities looking for a partner`. */
export function Figures({ figures, children }: FiguresProps) {
  return (
    <ul class="figures">
      {figures.map((figure, index) => (
        <li key={index}>
          {figure.href ? (
            <a href={figure.href}>
              <FigureText figure={figure} />
            </a>
          ) : (
            <FigureText figure={figure} />
          )}
        </li>
      ))}
      {children ? <li class="figures-note">{children}</li> : null}
    </ul>
  )
}

function FigureText({ figure }: { figure: Figure }) {
  const reader = useReader()
  const value = numberFormatter(reader.interfaceLanguage, {}).format(figure.value)
  const number = <span class="figure-value">{value}</span>
  const label = <span class="figure-label">{figure.label}</span>
  // Korean names the thing before its number.
  const [first, second] = reader.interfaceLanguage === 'ko' ? [label, number] : [number, label]
  return (
    <>
      {first} {second}
    </>
  )
}
