export default function Landing() {
  return <main>Threadr</main>
}
