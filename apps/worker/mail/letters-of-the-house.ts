// A letter is known once its file is imported. The worker prints all of them, also those of contexts that have no job here.
import '#agenda';
import '#identity';
import '#programme';
import '#registration';
import '#visits';

export { allLetters } from '#mail';
