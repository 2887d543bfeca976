/** A separate button that removes the record of the page. */
export function RemovalForm({ action, label }: { action: string; label: string }) {
  return (
    <form method="post" action={action} class="minutes-removal">
      <button class="button" type="submit">
        {label}
      </button>
    </form>
  )
}
