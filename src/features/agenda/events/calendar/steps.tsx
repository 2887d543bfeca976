interface Step {
  label: string
  href: string
}

interface StepsProps {
  label: string
  /** Null where nothing is known any more. */
  before: Step | null
  /** The one of today; null where it is the one that is shown. */
  now: Step | null
  after: Step | null
  /** A wider or a narrower look. */
  other?: Step
}

/** The month, week or year before, that of today, and the next. */
export function Steps({ label, before, now, after, other }: StepsProps) {
  return (
    <nav class="steps" aria-label={label}>
      <ul>
        {before ? (
          <li>
            <a href={before.href} rel="prev">
              <span aria-hidden="true">← </span>
              {before.label}
            </a>
          </li>
        ) : null}
        {now ? (
          <li>
            <a href={now.href}>{now.label}</a>
          </li>
        ) : null}
        {after ? (
          <li>
            <a href={after.href} rel="next">
              {after.label}
              <span aria-hidden="true"> →</span>
            </a>
          </li>
        ) : null}
        {other ? (
          <li>
            <a href={other.href}>{other.label}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
