import type { ComponentChildren } from 'preact'

export interface Figure {
  value: ComponentChildren
  label: ComponentChildren
  href?: string | undefined
}

/** A line of counts, as a report prints them: `11 cooperations · 6 authorities looking for a partner`. */
export function Figures({ figures, children }: { figures: Figure[]; children?: ComponentChildren }) {
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
  return (
    <>
      <span class="figure-value">{figure.value}</span> <span class="figure-label">{figure.label}</span>
    </>
  )
}
