interface PostButtonProps {
  action: string
  label: string
  isPrimary?: boolean
  fields?: Record<string, string>
  /** Of whom, for those who hear the button without its row. */
  about?: string
}

/** Something that is done by one click: a form, since an address that is only followed changes nothing. */
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
