//! mentor-core in a browser's dedicated worker: requests and replies over postMessage.
