// A chat in which nobody says anything.
import { Adapter } from 'hubot';

class Idle extends Adapter {
  async run() {
    setInterval(() => {}, 1000);
    this.emit('connected');
  }
}

export default { use: (robot) => new Idle(robot) };
