interface PostButtonProps {
  action: string
  label: string
  isPrimary?: boolean
  fields?: Record<string, string>
  /** The person concerned, for those who hear the button without its row. */
  about?: string
}

/** An action by one click: a form, because following a link changes nothing. */
export function PostButton({ action, label, isPrimary, fields = {}, about }: PostButtonProps) {
  return (
    <form method="post" action={action} class="one-click">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class={isPrimary ? 'button primary' : 'button'} type="submit">
        {label}
        {about ? <span class="visually-hidden"> ({about})</span> : null}
      </button>
    </form>
  )
}
