export function ExploreScreen() {
  return <h1 className="only-heard">Explore</h1>;
}
