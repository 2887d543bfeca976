import type { ComponentChildren } from 'preact'
import { PageHeading } from '../text/headings.tsx'

interface ConfirmFormProps {
  action: string
  /** Of the button. */
  label: string
  /** What the reader agrees to by pressing it. */
  children?: ComponentChildren
}

/** One button, pressed on a page of its own: a program that only opens links, such as a mail scanner, presses none. */
export function ConfirmForm({ action, label, children }: ConfirmFormProps) {
  return (
    <form method="post" action={action} class="form">
      {children}
      <p class="form-end">
        <button type="submit" class="button primary">
          {label}
        </button>
      </p>
    </form>
  )
}

interface ConfirmPageProps extends Omit<ConfirmFormProps, 'children'> {
  title: string
  lead?: string
  /** What the page belongs to. */
  kicker?: ComponentChildren
  /** What the reader agrees to by pressing the button. */
  consent?: string
  /** What the reader is asked to confirm. */
  children: ComponentChildren
}

/** Asks the recipient of a mail to confirm by a button what was sent in their name. */
export function ConfirmPage({ title, lead, kicker, consent, children, ...form }: ConfirmPageProps) {
  return (
    <>
      <PageHeading kicker={kicker} lead={lead}>
        {title}
      </PageHeading>
      {children}
      <ConfirmForm {...form}>{consent === undefined ? null : <p>{consent}</p>}</ConfirmForm>
    </>
  )
}
