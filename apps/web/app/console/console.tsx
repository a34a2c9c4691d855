import { Outlet } from 'react-router';

export default function Console(): React.ReactElement {
  return <Outlet />;
}
