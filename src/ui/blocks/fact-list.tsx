import type { ComponentChildren } from 'preact'

export interface Fact {
  term: ComponentChildren
  /** One or several details. */
  detail: ComponentChildren | ComponentChildren[]
}

/** Terms, each with its details. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <div key={index} class="fact">
          <dt>{fact.term}</dt>
          {(Array.isArray(fact.detail) ? fact.detail : [fact.detail]).map((detail, position) => (
            <dd key={position}>{detail}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
