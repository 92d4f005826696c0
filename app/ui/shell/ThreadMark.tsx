/** The sign of Threadr: a t drawn with one thread. */
export function ThreadMark({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <path
        d="M5 12.5 C10 9.5 14 15 19 11.5 S26 10 27.5 9 M15.5 4 C13.4 9.5 12.8 15.5 13.2 20 C13.7 26.2 17.6 28.3 21.4 26.2 C23.8 24.9 25.6 22.4 28.4 22.6"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        className="stroke-thread"
      />
    </svg>
  )
}
