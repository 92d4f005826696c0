/** The article of the landing page's example, written for Threadr; its facts are of public record. */
export const exampleSource = {
  title: 'How lighthouses learned to throw their light',
  byline: 'An article written for this page',
  paragraphs: [
    'For most of history a lighthouse was a fire on a tower. It burned wood or coal, it needed tending all night, and most of its light went where no ship would ever be: up into the sky, down onto the rocks, back over the land.',
    'The oil lamp that Aimé Argand designed in 1780 burned brighter and cleaner, and keepers set polished metal reflectors behind it. It helped less than they had hoped. The best reflectors of the day still lost about half of the light that fell on them, and soot and salt dulled them within weeks.',
    'A glass lens would waste far less, but a lens big enough for a lighthouse, ground in the ordinary way, would be thick in the middle, too heavy to mount, and so deep that the glass itself would swallow much of the light.',
    'The way out is to notice where a lens does its work. Light bends where it enters the glass and where it leaves it; in between it only travels straight on. So the inside can go. Keep the slope of each part of the surface, move every part down to the same flat base, and the thick lens becomes a thin set of rings.',
    'Naturalists in France had sketched the idea in the eighteenth century, but nobody had made it work at sea. Augustin-Jean Fresnel, a road engineer who had spent his free hours on the theory of light, joined the French lighthouse commission in 1819 and set about building it from separate prisms.',
    'In July 1823 his lens was lit in the tower of Cordouan, at the mouth of the Gironde. Sailors could see it from more than 20 miles away, about as far as the curve of the Earth would let them.',
    'Fresnel did not see how far it would go. He died of tuberculosis in 1827, at the age of 39. In the design he left behind, further rings of glass above and below the lens caught the light that would have escaped and, by reflecting it inside the prism, sent it out to sea as well.',
    'The lenses came to be built in sizes called orders. One of the first order stands about two and a half metres tall, and a person can stand inside it. From the 1890s on such a lens could float in a bath of mercury, where several tonnes of glass turned at the push of a finger.',
    'Turning mattered as much as brightness. A lens divided into panels sends out beams like the spokes of a wheel, and every passing beam is seen as a flash. Give each tower its own rhythm, and a navigator with a watch can tell one from the next.',
    'Few of the great lenses still turn, but the rings are everywhere. They flatten the lens of an overhead projector, spread the beam of a traffic light, and make the thin plastic magnifier that fits in a wallet.',
  ],
}
