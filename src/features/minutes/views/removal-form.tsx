/** A button of its own that takes the record of the page away. */
export function RemovalForm({ action, label }: { action: string; label: string }) {
  return (
    <form method="post" action={action} class="minutes-removal">
      <button class="button" type="submit">
        {label}
      </button>
    </form>
  )
}
