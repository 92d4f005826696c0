/** The head of a table whose rows begin with a name, under `first`, and go on with figures. */
export function TableHead({ first, figures }: { first: string; figures: readonly string[] }) {
  return (
    <thead>
      <tr className="border-b border-edge text-left text-sm text-muted">
        <th scope="col" className="py-2 pr-4 font-medium">
          {first}
        </th>
        {figures.map((title) => (
          <th key={title} scope="col" className="px-2 py-2 text-right font-medium whitespace-nowrap">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}
